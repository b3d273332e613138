package org.chengjie.report.web;

/** A step on the way from the country to what is shown. */
public record Crumb(String name, String href) {}
