package org.vitrail.services;

/**
 * One database with an owner of the same name.
 *
 * @param jdbcUrl address on the loopback interface, without user and password
 * @param password made at random when the data folder was first used
 */
public record Database(String jdbcUrl, String user, String password) {

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
