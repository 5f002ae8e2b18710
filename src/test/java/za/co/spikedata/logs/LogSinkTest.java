package za.co.spikedata.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log's other end is full or slow. */
@ExtendWith(OutputCaptureExtension.class)
class LogSinkTest {
    private static final int LINES = 3;

    private final LoggerContext context = new LoggerContext();

    /** Lines as the portal's file has them. */
    private static final class Lines extends EncoderBase<ILoggingEvent> {
        private final JsonLines format = new JsonLines(() -> true);

        @Override
        public byte[] headerBytes() {
            return new byte[0];
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            return format.format(event).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return new byte[0];
        }
    }

    @Test
    @DisplayName("LOG-06 a full disk loses lines of the file, never the work that wrote them")
    void goesOnWithoutItsDisk(CapturedOutput console) {
        var file = new FileAppender<ILoggingEvent>();
        file.setFile("/dev/full");
        var logger = writingTo(file);
        assertThat(file.isStarted()).isTrue();

        for (int i = 0; i < LINES; i++) {
            logger.warn("Took canary {}", "canary");
        }

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() == Status.ERROR)
                .isNotEmpty()
                .allMatch(status -> status.getThrowable() instanceof IOException);
        assertThat(console.getAll()).doesNotContain("canary");
    }

    @Test
    @DisplayName("LOG-06 a slow sink makes whoever writes wait, and loses nothing")
    void waitsForASlowSink() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var written = new ByteArrayOutputStream();
        var slow = new OutputStreamAppender<ILoggingEvent>();
        slow.setOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        begun.countDown();
                        try {
                            gate.await();
                        } catch (InterruptedException stopped) {
                            throw new IOException(stopped);
                        }
                        written.write(value);
                    }
                });
        var logger = writingTo(slow);

        var work = Thread.startVirtualThread(() -> logger.warn("Took one"));
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(work.isAlive()).isTrue();
        gate.countDown();
        work.join();

        assertThat(written.toString(StandardCharsets.UTF_8)).contains("Took one").endsWith("}\n");
    }

    private Logger writingTo(OutputStreamAppender<ILoggingEvent> appender) {
        var encoder = new Lines();
        encoder.setContext(context);
        encoder.start();
        context.setMDCAdapter(new LogbackMDCAdapter());
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        var logger = context.getLogger("za.co.spikedata.logs");
        logger.addAppender(appender);
        return logger;
    }
}
