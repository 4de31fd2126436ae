package com.aipixels.translation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The room's settings.
///
/// @param glossary the operator's own words, read after the bundled ones
@ConfigurationProperties("aipixels.translation")
record TranslationSettings(@Nullable Path glossary) {}
