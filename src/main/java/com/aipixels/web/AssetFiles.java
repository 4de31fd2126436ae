package com.aipixels.web;

import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

@Component
class AssetFiles implements WebMvcConfigurer {

  static final String PATH = "/assets/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String htmx = Objects.requireNonNull(new WebJarVersionLocator().path("htmx.org", "dist/"));
    registry
        .addResourceHandler(PATH + "**")
        .addResourceLocations(
            "classpath:/static" + PATH, "classpath:/META-INF/resources/webjars/" + htmx)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }
}
