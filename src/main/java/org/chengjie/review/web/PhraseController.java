package org.chengjie.review.web;

import java.util.Map;
import org.chengjie.filing.Decisions;
import org.chengjie.review.Phrases;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 常用意见: the officer's own phrases, added and forgotten. */
@Controller
@RequestMapping("/province/phrases")
class PhraseController {

    private final Phrases phrases;

    PhraseController(Phrases phrases) {
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor officer) {
        return page(officer, "", "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal Actor officer, @RequestParam(defaultValue = "") String words) {
        try {
            phrases.keep(officer, words);
            return new ModelAndView("redirect:/province/phrases");
        } catch (Refusal refused) {
            return page(officer, words, refused.words(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{phrase}/removal")
    ModelAndView forget(@AuthenticationPrincipal Actor officer, @PathVariable("phrase") long id) {
        phrases.forget(officer, id);
        return new ModelAndView("redirect:/province/phrases");
    }

    private ModelAndView page(Actor officer, String words, String fault, HttpStatus status) {
        return new ModelAndView(
                "review/phrases",
                Map.of(
                        "phrases",
                        phrases.of(officer),
                        "words",
                        words,
                        "fault",
                        fault,
                        "longest",
                        Decisions.LONGEST_REASON),
                status);
    }
}
