package org.chengjie.job;

import org.springframework.core.io.InputStreamSource;

/**
 * What a job has made to be fetched.
 *
 * @param length in bytes
 * @param content read a slice at a time, for it may be larger than what one wants to hold
 */
public record JobFile(String name, long length, InputStreamSource content) {}
