package za.co.spikedata.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.services.s3.S3Client;

/** Stands before the object store: holds its requests up, and tells who asks in a transaction. */
public final class Stalls implements BeanPostProcessor {
    private static final String OURS = "za.co.spikedata.";

    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<String> inTransactions = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof S3Client store
                ? Proxy.newProxyInstance(
                        S3Client.class.getClassLoader(),
                        new Class<?>[] {S3Client.class},
                        (_, method, arguments) -> passed(store, method, arguments))
                : bean;
    }

    /** From now on nothing is answered. */
    public void begin() {
        gate = new CountDownLatch(1);
    }

    public void end() {
        gate.countDown();
    }

    /** How many requests are held up now. */
    public int waiting() {
        return waiting.get();
    }

    /** Classes of the portal that had a transaction open while they asked the store. */
    public Set<String> inTransactions() {
        return Set.copyOf(inTransactions);
    }

    private Object passed(S3Client store, Method method, Object[] arguments) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            StackWalker.getInstance()
                    .forEach(frame -> {
                        if (frame.getClassName().startsWith(OURS)) {
                            inTransactions.add(frame.getClassName().substring(OURS.length()));
                        }
                    });
        }
        waiting.incrementAndGet();
        try {
            gate.await();
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
