package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells, when a page has been answered, what its controller was refused and said in the page itself
 * (spec X1). An answer that is good after all, such as the receipt of a submit that was sent twice,
 * refuses nothing.
 */
@Component
class RefusalsTold implements HandlerInterceptor, WebMvcConfigurer {

    private final RefusedAttempts attempts;

    RefusalsTold(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception thrown) {
        int status = response.getStatus();
        if (status < 400) {
            return;
        }
        if (request.getAttribute(RefusalsNoted.NOTED) instanceof Refusal refused) {
            attempts.tell(Problem.of(refused), request);
        } else if (status == 409) {
            attempts.tell(Problem.of(Refusal.conflict("内容已有变化，有几行没有办理。")), request);
        } else if (status == 403) {
            attempts.tell(Problem.of(Refusal.notAllowed("没有权限办理。")), request);
        }
    }
}
