package za.co.spikedata.web;

/** What the layout shows of whoever is signed in. */
public record ViewerView(String email, boolean operator, boolean people) {}
