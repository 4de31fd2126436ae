package com.aipixels.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.TestPropertySource;

/// Needs Chromium, Node.js and npm. Where one of them is missing, a line says so and the tests do
/// not run. They have a house of their own: what other tests hang would be seen in every feed.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserCondition.class)
@TestPropertySource(properties = "aipixels.test.house=browser")
@interface BrowserTest {}
