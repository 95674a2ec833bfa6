#!/usr/bin/perl
# Harvests a whole OAI-PMH repository with HTTP::OAI and prints one line a record: identifier, datestamp, status.
# Usage: harvest.pl BASE PREFIX [FROM]
use strict;
use warnings;
use HTTP::OAI;

my ($base, $prefix, $from) = @ARGV;
my $harvester = HTTP::OAI::Harvester->new(baseURL => $base);
my $identify = $harvester->Identify;
die 'Identify failed: ' . $identify->message . "\n" if $identify->is_error;

my $response = $harvester->ListRecords(
    metadataPrefix => $prefix,
    ($from ? (from => $from) : ()),
    onRecord       => sub {
        my $record = shift;
        printf "%s\t%s\t%s\n", $record->identifier, $record->datestamp, $record->is_deleted ? 'deleted' : 'live';
    },
);
die 'ListRecords failed: ' . $response->message . "\n" if $response->is_error;
