package com.aipixels.limits;

import com.aipixels.limits.Asker.Crowd;
import com.aipixels.limits.Asker.Guests;
import com.aipixels.limits.Asker.OneMember;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often each thing may be done.
///
/// @param apply off: everybody may ask as often as they like
/// @param generation of one member, like all that follow
/// @param guest of all guests at one address, for each of these activities
/// @param signIn at one address
/// @param crowd the members at one address may together ask so many times as often as one of them
@Validated
@ConfigurationProperties("aipixels.limits")
record LimitsSettings(
    @DefaultValue("on") boolean apply,
    @DefaultValue("30/1m") Rate generation,
    @DefaultValue("20/1m") Rate comment,
    @DefaultValue("120/1m") Rate like,
    @DefaultValue("60/1m") Rate follow,
    @DefaultValue("10/1m") Rate report,
    @DefaultValue("120/1m") Rate search,
    @DefaultValue("120/1m") Rate collect,
    @DefaultValue("30/1m") Rate verify,
    @DefaultValue("10/1h") Rate export,
    @DefaultValue("60/1m") Rate guest,
    @DefaultValue("20/1m") Rate signIn,
    @DefaultValue("10") @Min(1) int crowd) {

  Rate rate(Activity activity, Asker asker) {
    return switch (asker) {
      case OneMember _ -> rate(activity);
      case Crowd _ -> rate(activity).of(crowd);
      case Guests _ -> activity == Activity.SIGN_IN ? signIn : guest;
    };
  }

  Duration longestPeriod() {
    return Stream.concat(Arrays.stream(Activity.values()).map(this::rate), Stream.of(guest))
        .map(Rate::period)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Rate rate(Activity activity) {
    return switch (activity) {
      case GENERATION -> generation;
      case COMMENT -> comment;
      case LIKE -> like;
      case FOLLOW -> follow;
      case REPORT -> report;
      case SEARCH -> search;
      case COLLECT -> collect;
      case VERIFY -> verify;
      case EXPORT -> export;
      case SIGN_IN -> signIn;
    };
  }
}
