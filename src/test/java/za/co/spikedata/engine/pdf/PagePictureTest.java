package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PagePictureTest {
    @Test
    @DisplayName("ENC-01 no picture of a page is put in a temporary file")
    void leavesNothingOnDisk() throws IOException {
        ImageIO.setUseCache(true);
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());

            assertThat(PagePicture.of(document, 0, Budget.ofStream(1 << 20))).isPresent();
        }
        assertThat(ImageIO.getUseCache()).isFalse();
    }
}
