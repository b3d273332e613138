package org.chengjie.publication;

import org.chengjie.provincial.SubmissionLine;

/** What one province undertakes of an item. */
public record Share(EditionProvince province, SubmissionLine line) {}
