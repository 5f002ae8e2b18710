package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPlaceTest {
    private static final Affine PAGE = new Affine(2, 0, 0, 2, 10, 20);
    private static final double WIDTH = 500;

    private final Ink ink = new Ink();
    private final Pen pen = new Pen(ink);
    private final TextPlace place = new TextPlace();

    @Test
    void goesAlongALineAndOnToTheNext() {
        place.start(1, 0, 0, 1, 100, 200);
        draw();
        place.advance(pen.moved());
        draw();
        place.next(0, -12);
        draw();

        assertThat(ink.x(0)).isEqualTo(210);
        assertThat(ink.y(0)).isEqualTo(420);
        assertThat(ink.x(1)).isEqualTo(210 + 2 * 5);
        assertThat(ink.y(1)).isEqualTo(420);
        assertThat(ink.x(2)).isEqualTo(210);
        assertThat(ink.y(2)).isEqualTo(420 - 2 * 12);
        assertThat(ink.width(2)).isEqualTo(10);
    }

    @Test
    void goesUpWhereTheLineDoes() {
        place.start(0, 1, -1, 0, 100, 200);
        draw();
        place.advance(pen.moved());
        draw();

        assertThat(ink.degrees(1)).isEqualTo(90);
        assertThat(ink.x(1)).isEqualTo(210);
        assertThat(ink.y(1)).isEqualTo(420 + 2 * 5);
    }

    @Test
    void aCopyIsLeftWhereItWas() {
        place.start(1, 0, 0, 1, 100, 200);
        var kept = new TextPlace(place);
        place.advance(50);
        place.next(5, 5);
        kept.put(pen, PAGE);
        pen.takes(10, 1);
        pen.draws(1, null);
        pen.glyph("a", WIDTH, false);

        assertThat(ink.x(0)).isEqualTo(210);
        assertThat(ink.y(0)).isEqualTo(420);
    }

    /** One letter of half the font size, which is 10. */
    private void draw() {
        place.put(pen, PAGE);
        assertThat(pen.takes(10, 1)).isTrue();
        pen.draws(1, null);
        pen.spaces(0, 0, 0);
        pen.glyph("a", WIDTH, false);
    }
}
