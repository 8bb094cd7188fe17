package dev.caravan.simulator.generator;

import java.util.List;
import java.util.Locale;

/// What somebody is called.
///
/// @param local the part of an address that fits the name, before it is made unique
record PersonName(String given, String surname, String local) {

    private static final List<String> GIVEN = List.of(
            "Ada", "Anouk", "Bela", "Bjorn", "Carla", "Chidi", "Daria", "Dov", "Emeka", "Farid", "Freya", "Goran",
            "Hugo", "Iris", "Ivo", "Jana", "Jonas", "Katya", "Lena", "Marek", "Nia", "Nils", "Olu", "Petra", "Quinn",
            "Rosa", "Sven", "Tala", "Ugo", "Vera", "Wanda", "Xenia", "Yara", "Zoe");
    private static final List<String> SURNAME = List.of(
            "Abel", "Arslan", "Bauer", "Brandt", "Costa", "Dahl", "Duarte", "Eze", "Fuchs", "Graf", "Horvat", "Ilves",
            "Jansen", "Kaya", "Lund", "Meyer", "Novak", "Okoro", "Pinto", "Rossi", "Sato", "Tamm", "Udo", "Varga",
            "Weiss", "Xu", "Yilmaz", "Zeman");
    private static final List<PersonName> ACCENTED = List.of(
            new PersonName("Łukasz", "Wójcik", "lukasz.wojcik"),
            new PersonName("Nguyễn", "Thị Hoa", "nguyen_thihoa"),
            new PersonName("Zoë", "Müller", "zoe.mueller"),
            new PersonName("José", "Nuñez", "jose.nunez"),
            new PersonName("Søren", "Ångström", "soren.angstrom"),
            new PersonName("Çağla", "Şahin", "cagla.sahin"),
            new PersonName("Françoise", "Lévêque", "francoise.leveque"),
            new PersonName("Dvořák", "Jiří", "dvorak.jiri"));
    private static final List<PersonName> APOSTROPHED = List.of(
            new PersonName("Siobhan", "O'Neill", "siobhan.o'neill"),
            new PersonName("Gabriele", "D'Angelo", "gabriele.d'angelo"),
            new PersonName("Noor", "Ba'albaki", "noor.ba'albaki"),
            new PersonName("Sean", "O'Brien", "sean.o'brien"));

    String display() {
        return given + " " + surname;
    }

    static PersonName plain(Draw draw) {
        String given = draw.pick(GIVEN);
        String surname = draw.pick(SURNAME);
        return new PersonName(given, surname, (given + "." + surname).toLowerCase(Locale.ROOT));
    }

    static PersonName accented(int number) {
        return ACCENTED.get(number % ACCENTED.size());
    }

    static PersonName apostrophed(int number) {
        return APOSTROPHED.get(number % APOSTROPHED.size());
    }

    static PersonName thing(String display, String local) {
        int space = display.indexOf(' ');
        return new PersonName(
                space < 0 ? display : display.substring(0, space),
                space < 0 ? "" : display.substring(space + 1),
                local);
    }
}
