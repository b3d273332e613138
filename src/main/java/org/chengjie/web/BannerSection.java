package org.chengjie.web;

import java.util.List;
import org.chengjie.shared.Actor;

/**
 * What a module has to say at the head of the pages of whoever is signed in: a bean. It is asked
 * for on every page, so it may cost one indexed query and no more.
 */
public interface BannerSection {

    List<Banner> banners(Actor actor);
}
