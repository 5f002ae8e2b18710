import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** API_TOKEN=... java Read.java statement.pdf */
public class Read {
    static final String API = "https://api.example.com/v7/documents";
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        var pdf = BodyPublishers.ofFile(Path.of(arguments[0]));
        var taken = ask(request(API).header("Content-Type", "application/pdf").POST(pdf));
        var document = API + "/" + field(taken, "id");

        var state = field(taken, "state");
        while (state.equals("waiting") || state.equals("reading")) {
            Thread.sleep(1000);
            state = field(ask(request(document)), "state");
        }
        if (!state.equals("done")) {
            throw new IllegalStateException("Not read: " + state);
        }
        System.out.println(ask(request(document + "/result").header("Accept", "text/csv")));
    }

    static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + System.getenv("API_TOKEN"));
    }

    static String ask(HttpRequest.Builder request) throws Exception {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Any JSON library does this better; none is needed here. */
    static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }
}
