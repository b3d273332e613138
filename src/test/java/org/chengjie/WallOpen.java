package org.chengjie;

import org.chengjie.shared.Wall;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * A test sees everything, whoever its people are; what they send through a page is behind their own
 * wall, as in the product.
 */
public class WallOpen extends AbstractTestExecutionListener {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        open();
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        open();
    }

    private static void open() {
        Wall.turn(new org.chengjie.shared.Reach("/"));
    }
}
