package com.aipixels;

import org.springframework.test.context.TestPropertySource;

/// The same story on the oldest PostgreSQL that is supported, where it is installed, and else on
/// the newest again; the application itself migrates the empty database.
@TestPropertySource(properties = "aipixels.test.server=oldest")
class OldestDatabaseTest extends JourneyTest {}
