package com.aipixels.upkeep;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// The part of the service that a command needs: its database, and neither web nor queue nor
/// migrations. It is no component, so that the service itself does not find it.
@ComponentScan("com.aipixels.database")
@ConfigurationPropertiesScan("com.aipixels.database")
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class
})
@Import(CounterQueries.class)
class UpkeepContext {}
