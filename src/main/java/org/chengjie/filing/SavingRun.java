package org.chengjie.filing;

import java.time.Instant;

/** 已保存: the saves that one person made on one day, with no move of the form in between. */
public record SavingRun(Instant first, Instant last, String byName, int saves) {}
