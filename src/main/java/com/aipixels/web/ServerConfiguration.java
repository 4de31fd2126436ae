package com.aipixels.web;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  private static final int PAGE_OF_CARDS = 16 * 1024;

  /// As many as the largest head can hold: nobody is refused for what their browser prefers.
  private static final int MOST_LANGUAGES = 4096;

  /// A page of twenty cards leaves in one piece; in pieces of half that size, sending it took a
  /// tenth of all its time.
  @Bean
  TomcatConnectorCustomizer answersInOnePiece() {
    return connector ->
        connector.setProperty("socket.appWriteBufSize", String.valueOf(PAGE_OF_CARDS));
  }

  @Bean
  TomcatConnectorCustomizer readsEveryLanguage() {
    return connector -> connector.setMaxLocaleCount(MOST_LANGUAGES);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> hangsUpOnTheSlow() {
    return server -> {
      server.setProtocol(HeadPatience.class.getName());
      server.addEngineValves(new BodyPatience());
    };
  }

  @Bean
  WebMvcRegistrations passesOverWhatBeginsOtherwise() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new PrefixHandlerMapping();
      }
    };
  }

  /// Behind [FirstPages], which is not worth the watching.
  @Bean
  FilterRegistrationBean<ServerHttpObservationFilter> watchesWhatIsMade(
      ObservationRegistry observations) {
    FilterRegistrationBean<ServerHttpObservationFilter> filter =
        new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
    return filter;
  }

  /// In the place of the pages that the server would show by itself.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusesInOurWords() {
    return server ->
        server.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            Pipeline pipeline = host.getPipeline();
            for (Valve valve : pipeline.getValves()) {
              if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
              }
            }
            pipeline.addValve(new WireRefusals());
            host.setErrorReportValveClass(WireRefusals.class.getName());
          }
        });
  }
}
