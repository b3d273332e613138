package org.chengjie.filing;

import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;

/**
 * Who of a school hands its form in and takes it back: colleagues who fill in do not (spec 1, F8).
 */
final class Submitter {

    private Submitter() {}

    static void require(Actor school) {
        if (!school.role().maySubmit()) {
            throw Refusal.notAllowed(
                    school.role().mayChange()
                            ? "您的账号可以填写和保存，不能提交或撤回。已保存的内容都在，请本校管理员办理。"
                            : "您的账号只能查看，不能填报。");
        }
    }
}
