package za.co.spikedata.web.door;

import java.util.UUID;

/** What a person is told of a request that goes no further than the door. */
final class BarePage {
    private BarePage() {}

    static String html(int status, UUID id) {
        boolean ours = BareAnswer.isOurs(status);
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p>%s</p>
        <p>Code <code>%s</code></p>
        </main>
        </body>
        </html>
        """
                .formatted(
                        ours ? "Something went wrong" : "Request not understood",
                        ours ? "Something went wrong" : "Request not understood",
                        ours
                                ? "It is our fault. Please try again in a moment."
                                : "Nothing is served for this request. Please check the address.",
                        id);
    }
}
