package org.chengjie.journey;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** The methods of a class are chapters of one story: after one that failed, none is told. */
class Story implements TestWatcher, ExecutionCondition {

    private final Set<Class<?>> broken = new HashSet<>();

    @Override
    public void testFailed(ExtensionContext chapter, @Nullable Throwable cause) {
        broken.add(chapter.getRequiredTestClass());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext chapter) {
        return chapter.getTestClass().filter(broken::contains).isPresent()
                ? disabled("an earlier chapter failed")
                : enabled("the story goes on");
    }
}
