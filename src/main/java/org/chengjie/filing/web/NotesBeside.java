package org.chengjie.filing.web;

import org.chengjie.filing.Notes;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lays 负责人 beside the rows of the form and of its preview, apart from what those say of the form.
 */
@ControllerAdvice(assignableTypes = {FormController.class, PreviewController.class})
class NotesBeside {

    private final Notes notes;

    NotesBeside(Notes notes) {
        this.notes = notes;
    }

    @ModelAttribute("notes")
    RowNotes notes(@AuthenticationPrincipal Actor school) {
        return new RowNotes(school, () -> notes.of(school));
    }
}
