package dev.caravan.simulator.dns.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// What the library does not offer on single records: other time to live, data as octets, text that reads back.
public final class Records {

    private static final int CLASS_TO_TTL = 2;
    private static final int TYPE_TO_DATA = 10;

    private Records() {}

    /// The same data in class IN with another time to live; the case of names is kept.
    public static Record withTtl(Record record, long ttl) {
        if (record.getTTL() == ttl && record.getDClass() == DClass.IN) {
            return record;
        }
        byte[] wire = record.toWire(Section.ANSWER);
        int at = record.getName().length() + CLASS_TO_TTL;
        wire[at] = 0;
        wire[at + 1] = DClass.IN;
        for (int octet = 0; octet < 4; octet++) {
            wire[at + 2 + octet] = (byte) (ttl >>> (24 - 8 * octet));
        }
        return fromWire(wire);
    }

    /// The same SOA with another serial.
    public static SOARecord withSerial(SOARecord soa, Serial serial) {
        return new SOARecord(
                soa.getName(),
                soa.getDClass(),
                soa.getTTL(),
                soa.getHost(),
                soa.getAdmin(),
                serial.value(),
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }

    /// Reads a record back from its octets.
    public static Record fromWire(byte[] wire) {
        try {
            return Record.fromWire(wire, Section.ANSWER);
        } catch (IOException e) {
            throw new UncheckedIOException("a record that we wrote cannot be read", e);
        }
    }

    /// The data's octets, with names in the case that they were given in.
    public static byte[] data(Record record) {
        byte[] wire = record.toWire(Section.ANSWER);
        return Arrays.copyOfRange(wire, record.getName().length() + TYPE_TO_DATA, wire.length);
    }

    private static boolean sameData(Record one, Record other) {
        return Arrays.equals(data(one), data(other));
    }

    /// The data as a master file writes it, with full names; in the generic form of RFC 3597 where the customary form
    /// would not read back as the same.
    public static String text(Record record) {
        String text = record instanceof TXTRecord texts ? quoted(texts) : record.rdataToString();
        try {
            Record back = read(record.getName(), record.getType(), record.getTTL(), text, Name.root);
            if (sameData(record, back)) {
                return text;
            }
        } catch (IOException e) {
            return generic(record);
        }
        return generic(record);
    }

    private static String quoted(TXTRecord record) {
        StringBuilder text = new StringBuilder();
        for (byte[] string : record.getStringsAsByteArrays()) {
            text.append(text.isEmpty() ? "\"" : " \"");
            for (byte octet : string) {
                text.append(octet == '"' || octet == '\\' ? "\\" + (char) octet : plain(octet));
            }
            text.append('"');
        }
        return text.toString();
    }

    private static String plain(byte octet) {
        return octet >= ' ' && octet < 127 ? String.valueOf((char) octet) : "\\%03d".formatted(octet & 255);
    }

    /// Characters beyond ASCII as the octets of their UTF-8, the way name servers read a file.
    private static String octets(String data) {
        StringBuilder text = new StringBuilder();
        for (byte octet : data.getBytes(StandardCharsets.UTF_8)) {
            text.append(octet < 0 ? plain(octet) : String.valueOf((char) octet));
        }
        return text.toString();
    }

    private static String generic(Record record) {
        byte[] data = data(record);
        StringBuilder text = new StringBuilder("\\# ").append(data.length);
        if (data.length > 0) {
            text.append(' ');
        }
        for (byte octet : data) {
            text.append(Character.forDigit((octet >> 4) & 15, 16)).append(Character.forDigit(octet & 15, 16));
        }
        return text.toString();
    }

    /// The whole record as one line of a master file, with full names.
    public static String line(Record record) {
        return record.getName() + " " + record.getTTL() + " IN " + Type.string(record.getType()) + " " + text(record);
    }

    /// Reads a record of class IN as a master file writes it.
    ///
    /// @param origin what relative names are relative to
    /// @throws IOException saying what is wrong with the data
    public static Record read(Name name, int type, long ttl, String data, Name origin) throws IOException {
        Record record = Record.fromString(name, type, DClass.IN, ttl, octets(data), origin);
        if (record == null) {
            throw new TextParseException("no data");
        }
        return record;
    }
}
