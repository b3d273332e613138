package org.chengjie.plan;

/**
 * How far a plan has been filed.
 *
 * @param windows provinces that have published their days
 * @param schools schools that have saved a form
 * @param submitted those of them whose form stands submitted
 * @param rows rows that they undertake
 * @param provinces provinces whose submission to the ministry stands
 */
public record Standing(int windows, int schools, int submitted, int rows, int provinces) {

    public boolean nothing() {
        return schools == 0 && windows == 0 && provinces == 0;
    }

    /** Names what somebody looked at before deciding. */
    public String seen() {
        return windows + "." + schools + "." + submitted + "." + rows + "." + provinces;
    }
}
