package za.co.spikedata.samples;

import java.awt.Color;
import java.util.List;

/** The parts of a page around the table that all banks have. */
final class Letter {
    static final double LEFT = 40;
    static final double RIGHT = Paper.WIDTH - 40;
    private static final double FOOT = 815;
    private static final double BOX_LEFT = 330;
    private static final Color GREY = new Color(0x707070);
    private static final Color BOX = new Color(0xF4F4F4);

    private Letter() {}

    /** The bank's name in words, and a band in its colour. */
    static void brand(Paper paper, Color color, String bank, String product) {
        paper.band(0, 0, Paper.WIDTH, 10, color);
        paper.text(LEFT, 46, Ink.bold(18).in(color), bank);
        paper.textUpTo(RIGHT, 46, Ink.plain(11).in(GREY), product);
        paper.ruling(LEFT, RIGHT, 56, color);
    }

    static void address(Paper paper, List<String> holder) {
        double baseline = 84;
        for (var line : holder) {
            paper.text(LEFT, baseline, Ink.plain(9), line);
            baseline += 12;
        }
    }

    /** Pairs of a name and what it is, in a box beside the address. */
    static void facts(Paper paper, String... pairs) {
        paper.band(BOX_LEFT - 8, 70, RIGHT - BOX_LEFT + 8, pairs.length * 6 + 12, BOX);
        double baseline = 84;
        for (int i = 0; i < pairs.length; i += 2) {
            paper.text(BOX_LEFT, baseline, Ink.plain(8).in(GREY), pairs[i]);
            paper.textUpTo(RIGHT - 6, baseline, Ink.bold(8), pairs[i + 1]);
            baseline += 12;
        }
    }

    /** Page numbers, and that nothing here is true. */
    static void foot(Paper paper) {
        paper.number(LEFT, RIGHT, FOOT, Ink.plain(6.5).in(GREY), "Sample: invented throughout.");
    }
}
