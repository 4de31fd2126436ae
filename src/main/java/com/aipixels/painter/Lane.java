package com.aipixels.painter;

import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Scene.Place;

/// Where in the depth of a picture a figure enters.
enum Lane {
  ALOFT,
  BEHIND,
  WALL,
  AFLOAT,
  SWIMMING,
  STANDING,
  BED,
  FLOOR,
  LAID;

  static Lane of(Cast cast, Place place) {
    if (place == Place.UNDERWATER) {
      return SWIMMING;
    }
    if (place == Place.SPACE || place == Place.HEAVEN || place == Place.ABSTRACT) {
      return ALOFT;
    }
    if (place == Place.TABLE) {
      return cast.figure().habitat() == Figure.Habitat.SKY ? ALOFT : LAID;
    }
    boolean inside = place == Place.ROOM || place == Place.STUDIO;
    return switch (cast.figure().habitat()) {
      case SKY -> ALOFT;
      case DEEP -> place.wet() ? AFLOAT : inside ? FLOOR : STANDING;
      case WATER -> place.wet() ? AFLOAT : inside ? FLOOR : STANDING;
      case BUILDING -> inside ? FLOOR : BEHIND;
      case TREE -> inside ? FLOOR : place.wet() ? BEHIND : STANDING;
      case PLANT -> inside ? FLOOR : BED;
      case INDOORS -> place == Place.ROOM ? WALL : inside ? FLOOR : STANDING;
      case TABLE, GROUND, PERSON -> inside ? FLOOR : STANDING;
    };
  }

  boolean grounded() {
    return this == BEHIND || this == WALL || this == STANDING || this == FLOOR || this == LAID;
  }
}
