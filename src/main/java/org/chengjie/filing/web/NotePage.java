package org.chengjie.filing.web;

import org.chengjie.plan.Item;
import org.jspecify.annotations.Nullable;

/**
 * 负责人 of one row, on a page of its own.
 *
 * @param version what the text was, or is to be, made from
 * @param theirs what somebody else has written meanwhile; null where nobody has
 * @param fault what is wrong with the text; empty where nothing is
 */
public record NotePage(
        Item item,
        boolean editable,
        String typed,
        long version,
        @Nullable NoteAnswer theirs,
        String fault) {}
