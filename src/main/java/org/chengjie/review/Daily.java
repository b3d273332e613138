package org.chengjie.review;

import java.time.LocalDate;

/** How many schools submitted for the first time on a day of China. */
public record Daily(LocalDate day, int schools) {}
