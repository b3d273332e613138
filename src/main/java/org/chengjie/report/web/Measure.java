package org.chengjie.report.web;

/** What the tiles of the provinces show, in five shades (spec P4). */
public enum Measure {
    FUNDS(20, 60, 100, 200),
    TASKS(20, 30, 40, 45),
    POINTS(1000, 2500, 5000, 10_000),
    APPROVED(20, 40, 60, 80);

    private final int second;
    private final int third;
    private final int fourth;
    private final int fifth;

    /** Each shade begins at the figure given. */
    Measure(int second, int third, int fourth, int fifth) {
        this.second = second;
        this.third = third;
        this.fourth = fourth;
        this.fifth = fifth;
    }

    /** The shade of a figure, 1 to 5. */
    int shade(double figure) {
        int shade = 1;
        while (shade < 5 && figure >= from(shade + 1)) {
            shade++;
        }
        return shade;
    }

    /** What a shade means: {@code 20–60}. */
    public String range(int shade) {
        return switch (shade) {
            case 1 -> "%,d 以下".formatted(second);
            case 5 -> "%,d 及以上".formatted(fifth);
            default -> "%,d–%,d".formatted(from(shade), from(shade + 1));
        };
    }

    /** The unit the figures are in. */
    public String unit() {
        return switch (this) {
            case FUNDS -> "亿元";
            case TASKS -> "项";
            case POINTS -> "个";
            case APPROVED -> "%";
        };
    }

    private int from(int shade) {
        return switch (shade) {
            case 2 -> second;
            case 3 -> third;
            case 4 -> fourth;
            default -> fifth;
        };
    }
}
