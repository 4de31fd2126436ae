package com.aipixels.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  static {
    // A viewer is no parameter that a client could send.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
  }

  @Bean
  SessionTokens sessionTokens(
      ClerkApi clerk, ClerkInstance instance, Origins origins, InstantSource clock) {
    return new SessionTokens(
        new SigningKeys(new ClerkKeys(clerk), clock), instance, origins, clock);
  }

  @Bean
  @Conditional(ClerkKeysGiven.class)
  ClerkFrontend clerkFrontend(IdentitySettings settings) {
    return new ClerkFrontend(settings.clerk().publishableKey(), settings.clerk().proxyUrl());
  }

  @Bean
  Reconciliation reconciliation(
      KnownMembers members,
      ClerkApi clerk,
      MissingTable missing,
      DepartedTable departed,
      Departures departures,
      OneAtATime lock,
      InstantSource clock) {
    PatientClerk patient = new PatientClerk(clerk, IdentityConfiguration::sleep);
    return new Reconciliation(members, patient, missing, departed, departures, lock, clock);
  }

  @Bean
  WebMvcConfigurer viewersAsArguments(Viewers viewers) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
      }
    };
  }

  /// Only headers: who may do what is decided where a [Viewer] is asked for, and so is what takes
  /// the place of CSRF tokens. What else a chain has by default would look for users that there are
  /// none of here, in every request.
  @Bean
  SecurityFilterChain browserRules(HttpSecurity http, Optional<ClerkFrontend> clerk) {
    String policy = clerk.map(ClerkFrontend::policy).orElse(ContentPolicy.OURS);
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .cacheControl(cache -> cache.disable())
                .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(
                    referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
        .build();
  }

  /// A chain of headers has nothing to observe that the request's own timer does not tell.
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /// Being stopped is as good a reason to ask no more as Clerk's being away.
  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClerkAway(e);
    }
  }
}
