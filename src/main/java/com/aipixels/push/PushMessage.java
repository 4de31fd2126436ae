package com.aipixels.push;

import org.jspecify.annotations.Nullable;

/// What a browser shows of a piece of news.
///
/// @param url where it leads on this site; null where it leads nowhere
public record PushMessage(String body, @Nullable String url) {}
