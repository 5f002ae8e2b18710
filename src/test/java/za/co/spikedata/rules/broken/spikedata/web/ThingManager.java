package za.co.spikedata.rules.broken.spikedata.web;

/** A name that says nothing. */
class ThingManager {}
