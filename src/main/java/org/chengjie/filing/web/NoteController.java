package org.chengjie.filing.web;

import java.util.Map;
import org.chengjie.filing.Note;
import org.chengjie.filing.Notes;
import org.chengjie.filing.Notes.Outcome;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 负责人 of one row: written in its place on the form, or on a page of its own (spec F7). */
@Controller
@RequestMapping("/school/notes/{no}")
class NoteController {

    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor school, @PathVariable String no) {
        var item = notes.item(no);
        var note = notes.of(school, item);
        return page(school, item, note.text(), note, null, "", HttpStatus.OK);
    }

    /** For the form's script, which leaves everything else on the page as it is. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NoteAnswer> write(
            @AuthenticationPrincipal Actor school,
            @PathVariable String no,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long version) {
        return switch (notes.write(school, notes.item(no), text, version)) {
            case Outcome.Kept(var note) -> ResponseEntity.ok(NoteAnswer.of(note));
            case Outcome.Clash(var theirs) ->
                    ResponseEntity.status(HttpStatus.CONFLICT).body(NoteAnswer.of(theirs));
        };
    }

    /** For a browser without the script. */
    @PostMapping
    ModelAndView writeAndReturn(
            @AuthenticationPrincipal Actor school,
            @PathVariable String no,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long version) {
        var item = notes.item(no);
        try {
            return switch (notes.write(school, item, text, version)) {
                case Outcome.Kept _ ->
                        new ModelAndView("redirect:/school/undertakings#r" + item.no());
                case Outcome.Clash(var theirs) ->
                        page(school, item, text, theirs, theirs, "", HttpStatus.CONFLICT);
            };
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            var made = new Note(text, version, "", null);
            return page(
                    school,
                    item,
                    text,
                    made,
                    null,
                    refused.words(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView page(
            Actor school,
            Item item,
            String typed,
            Note made,
            @Nullable Note theirs,
            String fault,
            HttpStatus status) {
        var page =
                new NotePage(
                        item,
                        school.role().mayChange(),
                        typed,
                        made.version(),
                        theirs == null ? null : NoteAnswer.of(theirs),
                        fault);
        return new ModelAndView("filing/note", Map.of("note", page), status);
    }
}
