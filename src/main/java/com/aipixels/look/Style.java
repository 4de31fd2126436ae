package com.aipixels.look;

import com.fasterxml.jackson.annotation.JsonValue;

/// The hand a picture is made in.
public enum Style implements Term {
  REALISTIC("realistic"),
  ARTISTIC("artistic"),
  ANIME("anime"),
  CARTOON("cartoon"),
  DIGITAL_ART("digital-art"),
  OIL_PAINTING("oil-painting"),
  WATERCOLOR("watercolor"),
  THREE_D_RENDER("3d-render");

  private final String value;

  Style(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
