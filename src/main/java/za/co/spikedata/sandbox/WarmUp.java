package za.co.spikedata.sandbox;

import java.nio.charset.StandardCharsets;

/** The smallest PDF with text, read once by each worker so that its classes are loaded. */
final class WarmUp {
    static final byte[] PDF =
            """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
            4 0 obj <</Length 58>> stream
            BT /F 9 Tf 10 100 Td (01/02/2026 Opening 100.00) Tj ET
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private WarmUp() {}
}
