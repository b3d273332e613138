package org.chengjie.web;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes at the request what a transaction was refused for, since most pages turn it into a message
 * beside the field and nobody else sees it: {@link RefusalsTold} then tells it (spec X1).
 */
@Configuration(proxyBeanMethods = false)
class RefusalsNoted implements MethodInterceptor {

    static final String NOTED = RefusalsNoted.class.getName();

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor notingRefusals() {
        var transactional =
                new ComposablePointcut(
                                new AnnotationMatchingPointcut(null, Transactional.class, true))
                        .union(new AnnotationMatchingPointcut(Transactional.class, true));
        return new DefaultPointcutAdvisor(transactional, new RefusalsNoted());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (Refusal refused) {
            var request = RequestContextHolder.getRequestAttributes();
            if (request != null) {
                request.setAttribute(NOTED, refused, RequestAttributes.SCOPE_REQUEST);
            }
            throw refused;
        }
    }
}
