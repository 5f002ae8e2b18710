package za.co.spikedata.web;

/**
 * What the layout shows of whoever is signed in.
 *
 * @param inside every factor was given; before, there is nothing to go to but out
 */
public record ViewerView(
        String email,
        boolean inside,
        boolean operator,
        boolean support,
        boolean statements,
        boolean people) {}
