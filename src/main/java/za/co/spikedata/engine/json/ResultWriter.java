package za.co.spikedata.engine.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Repair;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Transaction;

/** Writes a reading field by field, in the order its records declare them. */
final class ResultWriter {
    private final JsonBytes json;
    private final boolean tellsCells;

    /**
     * @param tellsCells whether rows say where their cells are printed
     */
    ResultWriter(JsonBytes json, boolean tellsCells) {
        this.json = json;
        this.tellsCells = tellsCells;
    }

    /** The fields of a reading, inside an object that is open. */
    void fields(ReadResult result) {
        switch (result) {
            case ReadResult.Read read -> {
                json.name("outcome").text("read");
                json.name("pages").number(read.pages());
                json.name("statements").open('[');
                read.statements().forEach(this::statement);
                json.close(']');
                authenticity(read.authenticity());
                trace(read.trace());
                word("verdict", read.verdict());
            }
            case ReadResult.Unreadable(var reason, var trace) -> {
                json.name("outcome").text("unreadable");
                word("reason", reason);
                trace(trace);
            }
        }
    }

    private void statement(Statement statement) {
        json.open('{');
        word("type", statement.type());
        text("issuer", statement.issuer());
        text("format", statement.format());
        text("account", statement.account());
        text("accountType", statement.accountType());
        text("statementNumber", statement.statementNumber());
        texts("holder", statement.holder());
        statement.period().ifPresent(this::period);
        date("issuedOn", statement.issuedOn());
        text("currency", statement.currency());
        figure("opening", statement.opening());
        figure("closing", statement.closing());
        json.name("liability").flag(statement.liability());
        json.name("newestFirst").flag(statement.newestFirst());
        json.name("firstPage").number(statement.firstPage());
        json.name("lastPage").number(statement.lastPage());
        json.name("transactions").open('[');
        for (Transaction each : statement.transactions()) {
            transaction(each);
        }
        json.close(']');
        json.name("markers").open('[');
        statement.markers().forEach(this::marker);
        json.close(']');
        proof(statement.proof());
        json.close('}');
    }

    private void transaction(Transaction row) {
        json.open('{');
        json.name("id").number(row.id());
        json.name("date").text(row.date().toString());
        date("valueDate", row.valueDate());
        texts("description", row.description());
        json.name("amount").money(row.amount());
        money("fee", row.fee());
        money("balance", row.balance());
        text("category", row.category());
        cells(row.cells());
        json.close('}');
    }

    private void marker(Marker marker) {
        json.open('{');
        word("kind", marker.kind());
        json.name("afterTransaction").number(marker.afterTransaction());
        date("date", marker.date());
        texts("description", marker.description());
        money("balance", marker.balance());
        cells(marker.cells());
        json.close('}');
    }

    private void cells(List<Cell> cells) {
        json.name("cells").open('[');
        for (Cell cell : tellsCells ? cells : List.<Cell>of()) {
            json.open('{');
            word("column", cell.column());
            json.name("text").text(cell.text());
            place(cell.place());
            json.close('}');
        }
        json.close(']');
    }

    private void proof(Proof proof) {
        json.name("proof").open('{');
        word("verdict", proof.verdict());
        json.name("checks").open('[');
        proof.checks().forEach(this::check);
        json.close(']').name("repairs").open('[');
        proof.repairs().forEach(this::repair);
        json.close(']').close('}');
    }

    private void check(Check check) {
        json.open('{');
        switch (check) {
            case Check.Holds(var rule, int times) -> {
                json.name("outcome").text("holds");
                word("rule", rule);
                json.name("times").number(times);
            }
            case Check.Broken(var rule, int transaction, var expected, var printed, var place) -> {
                json.name("outcome").text("broken");
                word("rule", rule);
                json.name("transaction").number(transaction);
                money("expected", expected);
                money("printed", printed);
                place.ifPresent(this::place);
            }
            case Check.NotPrinted(var rule) -> {
                json.name("outcome").text("notPrinted");
                word("rule", rule);
            }
        }
        json.close('}');
    }

    private void repair(Repair repair) {
        json.open('{');
        json.name("transaction").number(repair.transaction());
        word("column", repair.column());
        json.name("printed").money(repair.printed());
        json.name("needed").money(repair.needed());
        json.name("cost").number(repair.cost());
        repair.alike().ifPresent(many -> json.name("alike").number(many));
        repair.place().ifPresent(this::place);
        json.close('}');
    }

    private void authenticity(Authenticity authenticity) {
        json.name("authenticity").open('{');
        word("kind", authenticity.kind());
        text("producer", authenticity.producer());
        json.name("score").number(authenticity.score());
        json.name("signals").open('[');
        for (Authenticity.Signal signal : authenticity.signals()) {
            json.open('{');
            word("sign", signal.sign());
            signal.place().ifPresent(this::place);
            json.name("weight").number(signal.weight());
            json.close('}');
        }
        json.close(']').close('}');
    }

    private void trace(Trace trace) {
        json.name("trace").open('{').name("steps").open('[');
        for (Trace.Step step : trace.steps()) {
            json.open('{');
            json.name("stage").text(step.stage());
            json.name("hypothesis").text(step.hypothesis());
            json.name("score").number(step.score());
            json.name("outcome").text(step.outcome());
            json.close('}');
        }
        json.close(']').close('}');
    }

    private void period(Period period) {
        json.name("period").open('{');
        json.name("from").text(period.from().toString());
        json.name("to").text(period.to().toString());
        json.close('}');
    }

    private void place(Place place) {
        var box = place.box();
        json.name("place").open('{').name("page").number(place.page());
        json.name("box").open('[');
        json.tenths(box.left()).tenths(box.top()).tenths(box.width()).tenths(box.height());
        json.close(']').close('}');
    }

    private void figure(String name, Optional<Figure> figure) {
        if (figure.isPresent()) {
            json.name(name).open('{').name("money").money(figure.get().money());
            place(figure.get().place());
            json.close('}');
        }
    }

    private void money(String name, Optional<Money> money) {
        if (money.isPresent()) {
            json.name(name).money(money.get());
        }
    }

    private void text(String name, Optional<String> text) {
        if (text.isPresent()) {
            json.name(name).text(text.get());
        }
    }

    private void date(String name, Optional<LocalDate> date) {
        if (date.isPresent()) {
            json.name(name).text(date.get().toString());
        }
    }

    private void texts(String name, List<String> texts) {
        json.name(name).open('[');
        for (String text : texts) {
            json.text(text);
        }
        json.close(']');
    }

    private void word(String name, Enum<?> word) {
        json.name(name).text(word.name());
    }
}
