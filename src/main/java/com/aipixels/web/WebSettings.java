package com.aipixels.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param drain how long a process that is told to stop goes on answering, not being ready any more
/// @param firstPages how old a guest's first page of a public feed may be, counted from before it
///   was made; 0 makes it anew for each
@ConfigurationProperties("aipixels.web")
record WebSettings(@DefaultValue("0") Duration drain, @DefaultValue("1s") Duration firstPages) {}
