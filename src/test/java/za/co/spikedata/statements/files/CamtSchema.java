package za.co.spikedata.statements.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What camt.053.001.08 says of the elements we write: which stand in which, in what order, how
 * often, and what their text may be. An element that is not listed is a fault, too.
 */
final class CamtSchema {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final int NO_END = Integer.MAX_VALUE;

    private static final Pattern TEXT_34 = text(34);
    private static final Pattern TEXT_35 = text(35);
    private static final Pattern TEXT_140 = text(140);
    private static final Pattern TEXT_500 = text(500);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME =
            Pattern.compile(DAY + "T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern SIDE = Pattern.compile("CRDT|DBIT");

    /** At most 18 digits, 5 of them behind the point; never negative. */
    private static final Pattern AMOUNT =
            Pattern.compile("(?=(\\D*\\d){1,18}\\D*$)\\d+(\\.\\d{1,5})?");

    /**
     * ISO's external list of balances, and its list of entry states, as far as they are written.
     */
    private static final Pattern BALANCE = Pattern.compile("OPBD|CLBD|PRCD|ITBD|OPAV|CLAV");

    private static final Pattern ENTRY = Pattern.compile("BOOK|PDNG|INFO|FUTR");

    private record Child(String name, int least, int most) {}

    /** By the path below the root, the children in their order. */
    private static final Map<String, List<Child>> INNER = new TreeMap<>();

    /** By the end of the path, what the text may be. */
    private static final Map<String, Pattern> LEAVES = new TreeMap<>();

    static {
        inner("Document", "BkToCstmrStmt");
        inner("Document/BkToCstmrStmt", "GrpHdr", "Stmt+");
        inner("GrpHdr", "MsgId", "CreDtTm");
        inner("Stmt", "Id", "CreDtTm?", "FrToDt?", "Acct", "Bal+", "Ntry*");
        inner("FrToDt", "FrDtTm", "ToDtTm");
        inner("Acct", "Id", "Ccy?", "Ownr?", "Svcr?");
        inner("Acct/Id", "Othr");
        inner("Othr", "Id");
        inner("Ownr", "Nm?");
        inner("Svcr", "FinInstnId");
        inner("FinInstnId", "Nm?");
        inner("Bal", "Tp", "Amt", "CdtDbtInd", "Dt");
        inner("Tp", "CdOrPrtry");
        inner("CdOrPrtry", "Cd");
        inner("Bal/Dt", "Dt");
        inner(
                "Ntry",
                "NtryRef?",
                "Amt",
                "CdtDbtInd",
                "Sts",
                "BookgDt?",
                "ValDt?",
                "BkTxCd",
                "AddtlNtryInf?");
        inner("Sts", "Cd");
        inner("BookgDt", "Dt");
        inner("ValDt", "Dt");
        inner("BkTxCd", "Prtry?");
        inner("Prtry", "Cd");
        LEAVES.put("MsgId", TEXT_35);
        LEAVES.put("CreDtTm", TIME);
        LEAVES.put("Stmt/Id", TEXT_35);
        LEAVES.put("FrDtTm", TIME);
        LEAVES.put("ToDtTm", TIME);
        LEAVES.put("Othr/Id", TEXT_34);
        LEAVES.put("Ccy", CURRENCY);
        LEAVES.put("Nm", TEXT_140);
        LEAVES.put("CdOrPrtry/Cd", BALANCE);
        LEAVES.put("Amt", AMOUNT);
        LEAVES.put("CdtDbtInd", SIDE);
        LEAVES.put("Dt/Dt", DAY);
        LEAVES.put("BookgDt/Dt", DAY);
        LEAVES.put("ValDt/Dt", DAY);
        LEAVES.put("NtryRef", TEXT_35);
        LEAVES.put("Sts/Cd", ENTRY);
        LEAVES.put("Prtry/Cd", TEXT_35);
        LEAVES.put("AddtlNtryInf", TEXT_500);
    }

    private CamtSchema() {}

    static List<String> faults(Document file) {
        var faults = new ArrayList<String>();
        check(file.getDocumentElement(), "", faults);
        return faults;
    }

    private static void check(Element element, String above, List<String> faults) {
        var path = above.isEmpty() ? element.getLocalName() : above + "/" + element.getLocalName();
        if (!NAMESPACE.equals(element.getNamespaceURI())) {
            faults.add(path + " is of no known namespace");
        }
        attributes(element, path, faults);
        var leaf = longest(LEAVES, path);
        var inner = longest(INNER, path);
        if (leaf != null && (inner == null || leaf.length() > inner.length())) {
            if (!LEAVES.get(leaf).matcher(element.getTextContent()).matches()
                    || !children(element).isEmpty()) {
                faults.add(path + " may not say " + element.getTextContent());
            }
        } else if (inner == null) {
            faults.add(path + " is not known");
        } else {
            order(children(element), INNER.get(inner), path, faults);
            children(element).forEach(each -> check(each, path, faults));
        }
    }

    private static void attributes(Element element, String path, List<String> faults) {
        boolean isAmount = element.getLocalName().equals("Amt");
        if (isAmount && !CURRENCY.matcher(element.getAttribute("Ccy")).matches()) {
            faults.add(path + "/@Ccy may not say " + element.getAttribute("Ccy"));
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var name = element.getAttributes().item(i).getNodeName();
            if (!name.equals("xmlns") && !(isAmount && name.equals("Ccy"))) {
                faults.add(path + "/@" + name + " is not known");
            }
        }
    }

    private static void order(
            List<Element> found, List<Child> expected, String path, List<String> faults) {
        int at = 0;
        for (var child : expected) {
            int count = 0;
            while (at < found.size() && found.get(at).getLocalName().equals(child.name())) {
                at++;
                count++;
            }
            if (count < child.least() || count > child.most()) {
                faults.add(path + " has " + count + " times " + child.name());
            }
        }
        if (at < found.size()) {
            faults.add(path + " has out of order " + found.get(at).getLocalName());
        }
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The longest of these ends that the path has; null when there is none. */
    private static @Nullable String longest(Map<String, ?> ends, String path) {
        String best = null;
        for (var end : ends.keySet()) {
            boolean fits = path.equals(end) || path.endsWith("/" + end);
            if (fits && (best == null || end.length() > best.length())) {
                best = end;
            }
        }
        return best;
    }

    /** {@code ?}: at most once, {@code +}: once or more, {@code *}: any number of times. */
    private static void inner(String end, String... children) {
        INNER.put(end, Stream.of(children).map(CamtSchema::child).toList());
    }

    private static Child child(String text) {
        var name = text.replaceAll("[?+*]$", "");
        return switch (text.substring(name.length())) {
            case "?" -> new Child(name, 0, 1);
            case "+" -> new Child(name, 1, NO_END);
            case "*" -> new Child(name, 0, NO_END);
            default -> new Child(name, 1, 1);
        };
    }

    /** Never empty; lengths count whole characters. */
    private static Pattern text(int most) {
        return Pattern.compile("(?s).{1," + most + "}");
    }
}
