package org.chengjie.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Verdict;
import org.chengjie.review.CityVerdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every constant that a person may read has its Chinese name. */
class LabelsTest {

    /** Read by machines only. */
    private static final Set<Class<?>> NAMELESS =
            Set.of(
                    Refusal.Kind.class,
                    Intent.class,
                    Verdict.Ground.class,
                    CityVerdict.Ground.class);

    @Test
    void namesEveryConstantOfEveryPublicEnum() throws ClassNotFoundException {
        var scanner =
                new ClassPathScanningCandidateComponentProvider(false) {
                    @Override
                    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                        return true;
                    }
                };
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        var checked = 0;
        for (var found : scanner.findCandidateComponents("org.chengjie")) {
            var type = Class.forName(found.getBeanClassName());
            if (java.lang.reflect.Modifier.isPublic(type.getModifiers())
                    && type.getEnumConstants() != null
                    && !NAMELESS.contains(type)) {
                for (var constant : type.getEnumConstants()) {
                    assertThat(Labels.of((Enum<?>) constant)).isNotBlank();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(10);
    }
}
