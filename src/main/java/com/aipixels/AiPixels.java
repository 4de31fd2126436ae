package com.aipixels;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// The whole service in one process: `java -jar aipixels.jar`.
@Modulithic(systemName = "AIPixels")
@SpringBootApplication
@ConfigurationPropertiesScan
public class AiPixels {

  static void main(String[] args) {
    SpringApplication.run(AiPixels.class, args);
  }
}
