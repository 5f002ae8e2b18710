package za.co.spikedata.guard;

/**
 * How often something may be asked for.
 *
 * @param burst so many at once
 * @param perSecond so many again with every second
 */
record Allowance(String name, int burst, double perSecond) {
    /** All that is asked for from one network by people who are not signed in. */
    static final Allowance ADDRESS = new Allowance("address", 300, 20);

    /** Forms sent from one network by people who are not signed in. */
    static final Allowance ADDRESS_WRITES = new Allowance("address-writes", 30, 0.5);

    /** What programs ask the API for from one network, before it is known whose they are. */
    static final Allowance API_ADDRESS = new Allowance("api-address", 2_000, 200);

    /** Sign-ins tried from one network, whoever is signed in. */
    static final Allowance SIGN_INS = new Allowance("sign-ins", 40, 0.5);

    /** Tokens that programs of one network ask for with their secrets. */
    static final Allowance TOKENS = new Allowance("tokens", 600, 10);

    /** Refusals one network may collect before it is banned. */
    static final Allowance REFUSALS = new Allowance("refusals", 100, 0.5);

    /** All that one person asks for. */
    static final Allowance ACCOUNT = new Allowance("account", 1_000, 50);

    /** Forms and files sent by one person. */
    static final Allowance ACCOUNT_WRITES = new Allowance("account-writes", 300, 5);

    /** All that the people of one tenant ask for, so that one tenant never starves the others. */
    static final Allowance TENANT = new Allowance("tenant", 5_000, 300);

    /** The same for whoever is not signed in: strangers do not use up the people's share. */
    static final Allowance TENANT_STRANGERS = new Allowance("tenant-strangers", 2_500, 150);

    private static final double MICROS_PER_SECOND = 1_000_000;

    /** What one request takes, in microseconds. */
    long step() {
        return Math.round(MICROS_PER_SECOND / perSecond);
    }

    /** What the whole bucket holds, in microseconds. */
    long span() {
        return burst * step();
    }

    Bucket of(String whose) {
        return new Bucket(this, whose);
    }

    /** One bucket of this kind. */
    record Bucket(Allowance allowance, String whose) {
        String key() {
            return allowance.name() + ":" + whose;
        }
    }
}
