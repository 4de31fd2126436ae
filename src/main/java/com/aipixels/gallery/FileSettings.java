package com.aipixels.gallery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param remembered for how long guests are given a file that one of them was given, before it is
///   looked up again whether everybody may see it; 0 looks each time
@ConfigurationProperties("aipixels.files")
record FileSettings(@DefaultValue("1s") Duration remembered) {}
