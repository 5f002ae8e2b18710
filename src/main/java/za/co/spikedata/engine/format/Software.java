package za.co.spikedata.engine.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity.Kind;

/** Tells the kind of a program from the name it leaves in a PDF. */
final class Software {
    /** In the order they are tried: programs that name a library they use come before it. */
    private static final List<Map.Entry<Kind, List<String>>> NAMES =
            List.of(
                    Map.entry(
                            Kind.SCAN,
                            List.of(
                                    "camscanner",
                                    "scan",
                                    "canon",
                                    "xerox",
                                    "ricoh",
                                    "konica",
                                    "epson",
                                    "kyocera",
                                    "lexmark",
                                    "mfp",
                                    "abbyy",
                                    "paper capture")),
                    Map.entry(
                            Kind.PRINT_TO_PDF,
                            List.of(
                                    "print to pdf",
                                    "quartz pdfcontext",
                                    "pdfcreator",
                                    "cutepdf",
                                    "dopdf",
                                    "primopdf",
                                    "bullzip",
                                    "pdf24",
                                    "distiller",
                                    "ghostscript")),
                    Map.entry(
                            Kind.BROWSER,
                            List.of(
                                    "skia",
                                    "chrome",
                                    "chromium",
                                    "mozilla",
                                    "firefox",
                                    "webkit",
                                    "safari")),
                    Map.entry(
                            Kind.WRITER,
                            List.of(
                                    "word",
                                    "excel",
                                    "powerpoint",
                                    "libreoffice",
                                    "openoffice",
                                    "photoshop",
                                    "illustrator",
                                    "indesign",
                                    "acrobat pro",
                                    "pdfescape",
                                    "sejda",
                                    "ilovepdf",
                                    "smallpdf",
                                    "canva",
                                    "nitro",
                                    "phantompdf",
                                    "pdfelement",
                                    "pages",
                                    "inkscape",
                                    "gimp",
                                    "google docs")),
                    Map.entry(
                            Kind.READER,
                            List.of(
                                    "acrobat reader",
                                    "foxit reader",
                                    "preview",
                                    "evince",
                                    "okular")),
                    Map.entry(
                            Kind.LIBRARY,
                            List.of(
                                    "itext",
                                    "pdfbox",
                                    "reportlab",
                                    "fpdf",
                                    "tcpdf",
                                    "wkhtmltopdf",
                                    "jspdf",
                                    "pdfsharp",
                                    "qpdf",
                                    "pdf-lib",
                                    "mpdf",
                                    "pypdf",
                                    "pymupdf",
                                    "mupdf",
                                    "aspose",
                                    "cairo",
                                    "apache fop",
                                    "jasperreports",
                                    "crystal reports",
                                    "pdftk",
                                    "prince",
                                    "syncfusion",
                                    "gemboxs",
                                    "pdfkit")));

    private Software() {}

    static Kind kind(Optional<String> producer, Optional<String> creator) {
        String names = (producer.orElse("") + " " + creator.orElse("")).toLowerCase(Locale.ROOT);
        if (names.isBlank()) {
            return Kind.BLANK;
        }
        return NAMES.stream()
                .filter(each -> each.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.UNMATCHED);
    }
}
