package org.chengjie.job;

/** What a job has made to be fetched. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; nobody compares them
public record JobFile(String name, byte[] bytes) {}
