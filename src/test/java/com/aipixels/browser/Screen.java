package com.aipixels.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.Locale;

/// What pages are looked at on.
enum Screen {
  PHONE(390, 844),
  TABLET(820, 1180),
  DESKTOP(1440, 900);

  private final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  NewContextOptions in(Tongue tongue) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setHasTouch(this == PHONE)
        .setIsMobile(this == PHONE)
        .setLocale(tongue.locale())
        .setTimezoneId("Asia/Seoul");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
