package za.co.spikedata.engine.table;

import za.co.spikedata.engine.table.DateToken.Form;

/** How dates are printed; where two styles fit the same characters, the earlier one counts. */
enum DateStyle {
    /** 2024-03-01, 2024/3/1, 2024 03 01. */
    YEAR_MONTH_DAY(Form.YEAR_FIRST),
    /** 2024\u5E743\u67081\u65E5. */
    YEAR_MONTH_DAY_SIGNS(Form.YEAR_FIRST),
    /** R06.03.01, of an emperor's reign. */
    REIGN_YEAR_MONTH_DAY(Form.YEAR_FIRST),
    /** 2024-Mar-01. */
    YEAR_NAME_DAY(Form.YEAR_FIRST),
    /** 01/03/2024, 1.3.24. */
    THREE_NUMBERS(Form.NUMERIC),
    /** 1 March 2024, 01Mar24, 1st of a month. */
    DAY_NAME_YEAR(Form.NAMED),
    /** March 1, 2024. */
    NAME_DAY_YEAR(Form.NAMED),
    /** MAR 28/24, Mar 28 '24. */
    NAME_DAY_SHORT_YEAR(Form.NAMED),
    DAY_NAME(Form.NAMED),
    NAME_DAY(Form.NAMED),
    /** 01/03. */
    TWO_NUMBERS_SLASHED(Form.NUMERIC),
    /** 01.03. with its last point. */
    TWO_NUMBERS_POINTED(Form.NUMERIC),
    /** 01-03. */
    TWO_NUMBERS_DASHED(Form.NUMERIC),
    /** 20240301. */
    EIGHT_DIGITS(Form.YEAR_FIRST),
    /** 240301. */
    SIX_DIGITS(Form.YEAR_FIRST),
    /** 01.03 without its last point, or 03.31. */
    POINTED_PAIR(Form.NUMERIC),
    /** 01 03. */
    TWO_PAIRS(Form.NUMERIC);

    private final Form form;

    DateStyle(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    /** Its digits are a date only if their column says so. */
    boolean isWeak() {
        return compareTo(EIGHT_DIGITS) >= 0;
    }

    /**
     * Whether a date of this style may begin where a run of digits, or a letter if the run has
     * none, stands. Quick and often no.
     *
     * @param next the character behind the run
     */
    boolean mayBegin(int digits, char next) {
        return switch (this) {
            case YEAR_MONTH_DAY -> digits == 4 && (isSign(next) || next == ' ');
            case YEAR_MONTH_DAY_SIGNS -> digits == 4 && (next == ' ' || next == '\u5E74');
            case REIGN_YEAR_MONTH_DAY -> isShort(digits) && (isSign(next) || next == '\u5E74');
            case YEAR_NAME_DAY -> digits == 4 && (next == ' ' || next == '-');
            case THREE_NUMBERS -> isShort(digits) && isSign(next);
            case DAY_NAME_YEAR, DAY_NAME ->
                    isShort(digits) && (next == ' ' || isSign(next) || Character.isLetter(next));
            case NAME_DAY_YEAR, NAME_DAY_SHORT_YEAR, NAME_DAY -> digits == 0;
            case TWO_NUMBERS_SLASHED -> isShort(digits) && next == '/';
            case TWO_NUMBERS_POINTED -> isShort(digits) && next == '.';
            case TWO_NUMBERS_DASHED -> digits == 2 && next == '-';
            case EIGHT_DIGITS -> digits == 8;
            case SIX_DIGITS -> digits == 6;
            case POINTED_PAIR -> digits == 2 && next == '.';
            case TWO_PAIRS -> digits == 2 && next == ' ';
        };
    }

    private static boolean isShort(int digits) {
        return digits == 1 || digits == 2;
    }

    static boolean isSign(char each) {
        return each == '-' || each == '/' || each == '.';
    }
}
