package za.co.spikedata.formats;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.format.Bank;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Format;
import za.co.spikedata.engine.model.StatementType;

/**
 * The declared banks, checked once and kept as bytes: to read their files takes a new process
 * longer than a statement does.
 */
public final class CompiledBanks {
    /** Where an installation keeps them, among its classes. */
    public static final String ENTRY = "formats/compiled";

    private CompiledBanks() {}

    /**
     * The shipped banks, from their compiled form where there is one.
     *
     * @throws IllegalStateException with all mistakes in their files, one a line
     */
    public static Banks shipped() {
        try (InputStream compiled = CompiledBanks.class.getResourceAsStream("/" + ENTRY)) {
            return compiled == null ? BankFiles.shipped() : read(compiled);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes the banks in the form that {@link #shipped} reads; leaves the stream open. */
    public static void write(Banks banks, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(banks.all().size());
        for (Bank bank : banks.all()) {
            out.writeUTF(bank.code());
            out.writeUTF(bank.issuer());
            write(bank.names(), out);
            write(bank.headings(), out);
            write(bank.originals(), out);
            out.writeInt(bank.formats().size());
            for (Format format : bank.formats()) {
                out.writeUTF(format.id());
                out.writeUTF(format.type().name());
                write(format.marks(), out);
                write(format.without(), out);
            }
        }
        out.flush();
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static Banks read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        var banks = new ArrayList<Bank>();
        for (int left = in.readInt(); left > 0; left--) {
            String code = in.readUTF();
            String issuer = in.readUTF();
            banks.add(new Bank(code, issuer, texts(in), texts(in), texts(in), formats(in)));
        }
        return new Banks(banks);
    }

    private static List<Format> formats(DataInputStream in) throws IOException {
        var formats = new ArrayList<Format>();
        for (int left = in.readInt(); left > 0; left--) {
            String id = in.readUTF();
            var type = StatementType.valueOf(in.readUTF());
            formats.add(new Format(id, type, texts(in), texts(in)));
        }
        return formats;
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
