package za.co.spikedata.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.TenantSecrets;

/** Ten codes for the day the second factor is lost; each opens once. */
@Component
class RecoveryCodes {
    private static final int CODES = 10;

    /** Of 32 letters, so 80 bits. */
    private static final int LETTERS = 16;

    private static final int GROUP = 4;

    /** Without i, l, o and u, which are read as others. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{16}");

    private final RecoveryCodeTable table;
    private final TenantSecrets secrets;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(RecoveryCodeTable table, TenantSecrets secrets) {
        this.table = table;
        this.secrets = secrets;
    }

    /** Makes new codes, told this once; the old ones are dead. */
    List<String> renew(Person person) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < CODES; i++) {
            codes.add(code());
        }
        table.replace(
                person.tenant(),
                person.id(),
                codes.stream().map(code -> hash(person, code)).toList());
        return codes;
    }

    /** Uses the code up, if it is one of the person's; dashes, spaces and case do not matter. */
    boolean take(Person person, String code) {
        var plain = plain(code);
        return SHAPE.matcher(plain).matches()
                && table.take(person.tenant(), person.id(), hash(person, plain));
    }

    int left(Person person) {
        return table.count(person.tenant(), person.id());
    }

    void clear(Person person) {
        table.clear(person.tenant(), person.id());
    }

    private byte[] hash(Person person, String code) {
        return secrets.fingerprint(person.tenant(), "recovery-code/" + person.id(), plain(code));
    }

    private static String plain(String code) {
        return code.replaceAll("[- ]", "").toLowerCase(Locale.ROOT);
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
